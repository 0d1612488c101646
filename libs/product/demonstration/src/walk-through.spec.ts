import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { walkThroughFiles } from './walk-through.files';

const folder = join(__dirname, '../../../../docs/walk-through');

describe('the walk-through in the documents', () => {
  it('is the one that the first page shows; npm run walk-through writes it anew', () => {
    const written = readdirSync(folder)
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
    expect(written).toEqual(walkThroughFiles());
  });
});
