import type { Sentence } from '@intekenboek/platform-nest';

/** One line of what runs here, for example `Municipalities: 342`. */
export interface PageFact {
  readonly label: Sentence;
  readonly value: string;
}

/** One step that a visitor can do. */
export interface WalkThroughStep {
  readonly title: Sentence;
  readonly text: Sentence;
  /** `DemoPerson.key` of who does it; null for what anyone may ask. */
  readonly personKey: string | null;
  /** The GraphQL of this step, with its values written out; null when there is nothing to send. */
  readonly query: string | null;
}

/** What the page and the explorer show. Everything in it may be read by anyone. */
export interface PageModel {
  readonly isDemonstration: boolean;
  readonly version: string;
  readonly facts: readonly PageFact[];
  readonly walkThrough: readonly WalkThroughStep[];
  /** Named operations that the explorer opens with, one per tab. */
  readonly examples: readonly string[];
  /** Where the documents are; may be on another host. */
  readonly documentation: readonly { readonly label: Sentence; readonly href: string }[];
}

/** Read at every request, because the facts change. */
export interface PageModelSource {
  read(): Promise<PageModel>;
}

/** `PageModelSource` */
export const PAGE_MODEL = Symbol('PAGE_MODEL');
