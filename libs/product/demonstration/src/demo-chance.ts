import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that is always the same for the same name: invented figures that every load repeats. */
export const chanceOf = (name: string): number =>
  createHash('sha256').update(`chance:${name}`).digest().readUInt32BE(0) / 0x1_0000_0000;

/** A whole number from `least` to `most`, both included. */
export const wholeBetween = (name: string, least: number, most: number): number =>
  least + Math.floor(chanceOf(name) * (most - least + 1));
