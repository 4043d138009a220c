// The inline rules of markdown-it, which its types leave out.
declare module 'markdown-it/lib/rules_inline/*.mjs' {
  import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

  const rule: (state: StateInline, silent: boolean) => boolean;
  export default rule;
}
