import { basename, dirname, join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { must } from '../support/run.mjs';

/** A folder in the project, as a part of another's name. */
const inline = /<Directory Id="([^"]+)" Name="APPLICATIONFOLDER:\\([^\\"]+)\\"\/>/g;

/**
 * The project in the words of WiX 3, as far as wixl knows them. Left out are the oldest Windows it goes on and the shortcut's own name for the
 * task bar; what is in folders stands in them and not beside.
 */
const inWixl = (project: string): string => {
  const group = /<ComponentGroup [^>]*>(.*)<\/ComponentGroup>/s.exec(project)?.[1] ?? '';
  const components = group.split(/(?=<Component[ >])/).filter((each) => each.startsWith('<Component'));
  const named = components.map((each, place) => ({
    folder: /^<Component Directory="([^"]+)"/.exec(each)?.[1],
    text: each
      .replace(/^<Component[^>]*>/, `<Component Id="component${place}" Guid="*">`)
      .replace(/<File (?![^>]*\bId=)/, `<File Id="file${place}" `),
  }));
  const inFolder = (id?: string) => named.flatMap(({ folder, text }) => (folder === id ? [text] : [])).join('');
  const folders = [...project.matchAll(inline)].map(
    ([, id = '', name = '']) => `<Directory Id="${id}" Name="${name}">${inFolder(id)}</Directory>`,
  );
  return project
    .replace('http://wixtoolset.org/schemas/v4/wxs', 'http://schemas.microsoft.com/wix/2006/wi')
    .replace(/<ComponentGroup [^>]*>.*<\/ComponentGroup>/s, '')
    .replaceAll(inline, '')
    .replace(/(<Directory Id="APPLICATIONFOLDER" Name="[^"]*")\/>/, `$1>${inFolder()}${folders.join('')}</Directory>`)
    .replace(
      '<ComponentGroupRef Id="ProductComponents"/>',
      named.map((_, place) => `<ComponentRef Id="component${place}"/>`).join(''),
    )
    .replace(/<Condition Message=.*?<\/Condition>/s, '')
    .replaceAll(/<ShortcutProperty [^>]*\/>/g, '')
    .replace(/SourceFile="[^"]*\\([^"\\]+)"/, 'SourceFile="$1"');
};

/** An MSI of that project, made by wixl; its path. What it cannot say it leaves out with a warning. */
export const msiOf = async (project: string, unpacked: string, to: string): Promise<string> => {
  const source = join(dirname(unpacked), `${basename(to)}.wxs`);
  await writeFile(source, inWixl(project));
  await must(['wixl', '--arch', 'x64', '--define', `appDir=${basename(unpacked)}`, '--output', to, basename(source)], {
    cwd: dirname(unpacked),
  });
  return to;
};
