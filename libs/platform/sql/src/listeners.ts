/** Who is to be called when something happens; each may leave. */
export class Listeners<Args extends readonly unknown[] = []> {
  private readonly all = new Set<{ readonly call: (...args: Args) => void }>();

  get size(): number {
    return this.all.size;
  }

  add(call: (...args: Args) => void): () => void {
    const listener = { call };
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(...args: Args): void {
    for (const { call } of [...this.all]) call(...args);
  }
}
