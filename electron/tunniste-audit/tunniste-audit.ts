import { readFileSync } from 'node:fs';
import { checkProof, parseProof, proofText, type Proof } from '../evidence/proof.js';
import { exitCodes, help, readCommandLine, type Asked } from './command-line.js';
import { openFolder } from '../evidence/folder.js';
import { prove } from './prove.js';
import { isWorker, serveScans } from './scans.js';
import { linesAbout } from './subject.js';
import { reportLines, verifyFolder } from './verify.js';

const print = (text: string): boolean => process.stdout.write(text);
const printJson = (value: unknown): boolean => print(`${JSON.stringify(value)}\n`);
const complain = (code: number, text: string): number => {
  process.stderr.write(`tunniste-audit: ${text}\n`);
  return code;
};

const proven = ({ line, index, hashes, checkpoint }: Proof) => ({
  seq: index + 1,
  index,
  entry: JSON.parse(Buffer.from(line).toString('utf8')) as unknown,
  line: Buffer.from(line).toString('base64'),
  hashes: hashes.map((hash) => Buffer.from(hash, 'hex').toString('base64')),
  checkpoint,
});

const runVerify = async (asked: Asked): Promise<number> => {
  const report = await verifyFolder(asked);
  if (asked.json) printJson(report);
  else print(reportLines(report));
  return report.sound ? exitCodes.sound : exitCodes.unsound;
};

const runProve = async ({ words, path, keys, json }: Asked): Promise<number> => {
  const proof = prove(openFolder(path), Number(words[0]), keys);
  if (!proof) return complain(exitCodes.unsound, `no checkpoint leads to entry ${words[0]}; "verify" tells more`);
  if (json) printJson(proven(proof));
  else print(proofText(proof));
  return exitCodes.sound;
};

const runCheckProof = async ({ path, keys, json }: Asked): Promise<number> => {
  const proof = parseProof(readFileSync(path, 'utf8'));
  const checkpoint = proof && checkProof(proof, keys);
  if (!checkpoint) {
    if (json) printJson({ holds: false });
    return complain(exitCodes.unsound, 'the proof does not hold');
  }
  if (json) printJson({ holds: true, origin: checkpoint.origin, size: checkpoint.size, ...proven(proof) });
  else
    print(
      `Entry ${proof.index + 1} of ${checkpoint.size} in the journal of ${checkpoint.origin}:\n${Buffer.from(proof.line).toString('utf8')}\n`,
    );
  return exitCodes.sound;
};

const runSubject = async (asked: Asked): Promise<number> => {
  const { words, path, json } = asked;
  const report = await verifyFolder(asked);
  const lines = linesAbout(openFolder(path), words);
  if (json)
    printJson({ sound: report.sound, bad: report.bad, entries: [...lines].map((line) => JSON.parse(line) as unknown) });
  else for (const line of lines) print(`${line}\n`);
  return report.sound ? exitCodes.sound : complain(exitCodes.unsound, 'the journal is not sound; "verify" tells more');
};

const runs = { verify: runVerify, prove: runProve, 'check-proof': runCheckProof, subject: runSubject };

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const run = async (words: readonly string[]): Promise<number> => {
  try {
    const asked = readCommandLine(words);
    if (typeof asked !== 'string') return await runs[asked.command](asked);
    if (asked !== '') return complain(exitCodes.usage, `${asked}\n\n${help}`);
    print(help);
    return exitCodes.sound;
  } catch (error) {
    if (typeof codeOf(error) === 'string')
      return complain(exitCodes.noInput, error instanceof Error ? error.message : '');
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exitCodes.bug;
  }
};

if (isWorker) serveScans();
else void run(process.argv.slice(2)).then((code) => (process.exitCode = code));
