/** Gives each text a place, in the order in which texts first come. */
export class Places {
  private readonly places = new Map<string, number>();

  of(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  get texts(): string[] {
    return [...this.places.keys()];
  }
}
