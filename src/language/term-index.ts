interface Node {
  readonly next: Map<number, Node>;
  /** Where to go on when no character fits: the longest end of what was read that some term begins with. */
  fail: Node | null;
  /** The term that ends here. */
  term?: string;
  /** The next shorter term that ends here as well. */
  shorter: Node | null;
}

const newNode = (): Node => ({ next: new Map(), fail: null, shorter: null });

/** Many terms, found in one pass over a text however many they are (Aho and Corasick). Letters of either case are the same. */
export class TermIndex {
  private readonly root = newNode();

  constructor(terms: Iterable<string>) {
    for (const term of terms) this.add(term.toLowerCase());
    const queue = [this.root];
    // The queue grows while it is gone through: nodes nearer to the root come first.
    for (const node of queue)
      for (const [code, child] of node.next) {
        child.fail = node === this.root ? this.root : this.step(node.fail ?? this.root, code);
        child.shorter = child.fail.term === undefined ? child.fail.shorter : child.fail;
        queue.push(child);
      }
  }

  /** Where each term stands in a text, ascending; a term's places do not overlap. Terms that are not there have no entry. */
  placesIn(text: string): ReadonlyMap<string, readonly number[]> {
    const lower = text.toLowerCase();
    const places = new Map<string, number[]>();
    let node = this.root;
    for (let at = 0; at < lower.length; at++) {
      node = this.step(node, lower.charCodeAt(at));
      for (let end: Node | null = node.term === undefined ? node.shorter : node; end; end = end.shorter) {
        const term = end.term as string;
        const start = at + 1 - term.length;
        const known = places.get(term);
        if (!known) places.set(term, [start]);
        else if (start >= (known.at(-1) as number) + term.length) known.push(start);
      }
    }
    return places;
  }

  private add(term: string): void {
    if (term === '') return;
    let node = this.root;
    for (let at = 0; at < term.length; at++) {
      const code = term.charCodeAt(at);
      const next = node.next.get(code) ?? newNode();
      node.next.set(code, next);
      node = next;
    }
    node.term = term;
  }

  private step(from: Node, code: number): Node {
    let node = from;
    for (;;) {
      const next = node.next.get(code);
      if (next) return next;
      if (node === this.root) return node;
      node = node.fail ?? this.root;
    }
  }
}
