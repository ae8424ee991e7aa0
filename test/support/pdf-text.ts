import { inflateSync } from 'node:zlib';

/** Every content stream of a PDF, in clear. */
const streamsOf = (pdf: Buffer): string[] => {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 1)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const end = pdf.indexOf('endstream', at);
    try {
      streams.push(inflateSync(pdf.subarray(at + 'stream\n'.length, end)).toString('latin1'));
    } catch {
      // Not compressed, such as a picture.
    }
  }
  return streams;
};

/** Every letter that a PDF's fonts have a shape for and say what it stands for (ToUnicode, PDF 32000-1 §9.10.3). */
export const lettersOf = (pdf: Buffer): Set<string> => {
  const letters = new Set<string>();
  for (const stream of streamsOf(pdf).filter((each) => each.includes('begincmap'))) {
    for (const [, to = ''] of stream.matchAll(/^<[0-9A-F]{4}> <([0-9A-F]+)>$/gim)) letters.add(letterOf(to));
    for (const [, from = '', last = '', to = ''] of stream.matchAll(
      /^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>$/gim,
    ))
      for (let nth = 0; nth <= parseInt(last, 16) - parseInt(from, 16); nth += 1)
        letters.add(String.fromCodePoint(parseInt(to, 16) + nth));
  }
  return letters;
};

const letterOf = (utf16: string): string => Buffer.from(utf16, 'hex').swap16().toString('utf16le');
