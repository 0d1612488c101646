const SMALL = 500;
const LARGE = 5_000;
const BULK = 50_000;

const SHORT_MS = 100;
const LONG_MS = 250;

/**
 * How many events a page has. Behind the end of the feed larger pages cost less per event, but nobody is answered while
 * one is written: as long as queries are served a page shall take a tenth to a quarter of a second.
 */
export class PageSize {
  current = SMALL;

  /** After a page that took `tookMs`, with more to come or not; `isServing` when queries may be waiting. */
  adapt(goesOn: boolean, tookMs: number, isServing: boolean): void {
    if (!goesOn) this.current = SMALL;
    else if (!isServing) this.current = Math.min(BULK, this.current * 4);
    else if (tookMs > LONG_MS) this.current = Math.max(SMALL, this.current / 2);
    else if (tookMs < SHORT_MS) this.current = this.current * 2;
    if (isServing) this.current = Math.min(LARGE, this.current);
  }
}
