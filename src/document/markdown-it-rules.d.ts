// The rules of markdown-it, which its types leave out.
declare module 'markdown-it/lib/rules_inline/*.mjs' {
  import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

  const rule: (state: StateInline, silent: boolean) => boolean;
  export default rule;
}

/** Its rule for link definitions, as far as it is wrapped. */
declare module 'markdown-it/lib/rules_block/reference.mjs' {
  import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';

  const rule: (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;
  export default rule;
}
