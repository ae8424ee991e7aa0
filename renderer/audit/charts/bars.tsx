import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip, type ChartOptions } from 'chart.js';
import { useEffect, useRef } from 'react';
import { useWords } from '../../messages/use-words.js';
import type { Series } from './series.js';
import { useTheme } from './use-theme.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

interface BarsProps {
  readonly label: string;
  readonly times: readonly string[];
  readonly series: readonly (Series & { readonly name: string })[];
}

/** As the design's tokens have them now; a canvas knows no style sheet. */
const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const optionsOf = (number: (value: number) => string): ChartOptions<'bar'> => {
  const ticks = { color: token('--muted'), font: { family: token('--face'), size: 12 } };
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    plugins: { tooltip: { filter: ({ raw }) => raw !== 0 } },
    scales: {
      x: { stacked: true, grid: { display: false }, ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 16 } },
      y: {
        stacked: true,
        beginAtZero: true,
        border: { display: false },
        grid: { color: token('--line') },
        ticks: { ...ticks, precision: 0, callback: (value) => number(Number(value)) },
      },
    },
  };
};

/** Counts over time, one on top of the other. */
export const Bars = ({ label, times, series }: BarsProps) => {
  const { number } = useWords();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const datasets = series.map(({ name, counts }, nth) => ({
      label: name,
      data: [...counts],
      backgroundColor: token(`--series-${nth}`),
      // A seam, so that neighbours are told apart without their colours.
      borderColor: token('--raised'),
      borderWidth: { top: 1 },
      maxBarThickness: 40,
    }));
    const chart = new Chart(canvas.current, {
      type: 'bar',
      data: { labels: [...times], datasets },
      options: optionsOf(number),
    });
    return () => chart.destroy();
  }, [times, series, number, theme]);
  return (
    <div className="chart-bars">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
};
