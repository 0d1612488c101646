/** A place on the tile map, where every territory is one square of the same size. Row 0 is the north. */
export interface Tile {
  readonly row: number;
  /** Column 0 is the west. */
  readonly column: number;
}
