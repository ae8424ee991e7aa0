import { useWords } from '../../messages/use-words.js';
import type { Unit } from '../../read-model/buckets.js';
import type { Series } from './series.js';

interface CountTableProps {
  readonly caption: string;
  readonly unit: Unit;
  readonly times: readonly string[];
  readonly series: readonly (Series & { readonly name: string })[];
}

/** What a chart draws, in figures. */
export const CountTable = ({ caption, unit, times, series }: CountTableProps) => {
  const { t, number } = useWords();
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`charts.unit.${unit}`)}</th>
            {series.map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((time, at) => (
            <tr key={at}>
              <th scope="row">{time}</th>
              {series.map(({ code, counts }) => (
                <td key={code}>{number(counts[at] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
