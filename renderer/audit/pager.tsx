import { useWords } from '../messages/use-words.js';
import { pageSize } from '../read-model/page.js';
import { Button } from '../ui/button.js';

interface PagerProps {
  readonly total: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly fresh: number;
  readonly onFresh: () => void;
}

export const Pager = ({ total, page, onPage, fresh, onFresh }: PagerProps) => {
  const { t, number } = useWords();
  const first = total === 0 ? 0 : page * pageSize + 1;
  const last = Math.min(total, (page + 1) * pageSize);
  return (
    <footer className="pager">
      <span role="status">{t('audit.range', { first: number(first), last: number(last), total: number(total) })}</span>
      <Button disabled={page === 0} onPress={() => onPage(page - 1)}>
        {t('audit.newer')}
      </Button>
      <Button disabled={last >= total} onPress={() => onPage(page + 1)}>
        {t('audit.older')}
      </Button>
      {fresh > 0 && (
        <Button
          kind="quiet"
          onPress={() => {
            onPage(0);
            onFresh();
          }}
        >
          {t('audit.fresh', { count: fresh })}
        </Button>
      )}
    </footer>
  );
};
