// Reads a list of { path, text } and writes what ESLint reports on each text as if it were that file. Nothing is
// written to the tree; the file need not exist.
import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';

const asIfPresent = {
  files: ['**/*.ts'],
  languageOptions: {
    parserOptions: {
      project: null,
      projectService: {
        allowDefaultProject: ['libs/*/*/src/planted*.ts', 'apps/*/src/planted*.ts', 'test/*/src/planted*.ts'],
        defaultProject: 'tsconfig.base.json',
        maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 1_000,
      },
    },
  },
};

const eslint = new ESLint({ overrideConfig: [asIfPresent] });
const reports = [];
for (const { path, text } of JSON.parse(readFileSync(0, 'utf8'))) {
  const [result] = await eslint.lintText(text, { filePath: path });
  reports.push(result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
process.stdout.write(JSON.stringify(reports));
