import { useMutation } from '@tanstack/react-query';
import { themes, type Look as ChosenLook } from '../../shared/look.js';
import { failureOf } from '../api.js';
import { api } from '../desk-api.js';
import { languages } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { prefer, usePreferences } from '../preferences.js';
import { Notice } from '../ui/notice.js';
import { Segmented } from '../ui/segmented.js';

export const Look = () => {
  const { t, failure } = useWords();
  const { language, theme, callerLanguage } = usePreferences();
  const keep = useMutation({ mutationFn: (change: Partial<ChosenLook>) => api.keepLook(prefer(change)) });
  const spoken = languages.map((value) => ({ value, text: t(`terms.language.${value}`) }));
  const looks = themes.map((value) => ({ value, text: t(`settings.themes.${value}`) }));
  return (
    <div className="look">
      <Segmented
        label={t('settings.language')}
        value={language}
        options={spoken}
        onChange={(value) => keep.mutate({ language: value })}
      />
      <Segmented
        label={t('settings.callerLanguage')}
        value={callerLanguage}
        options={spoken}
        onChange={(value) => keep.mutate({ callerLanguage: value })}
      />
      <Segmented
        label={t('settings.theme')}
        value={theme}
        options={looks}
        onChange={(value) => keep.mutate({ theme: value })}
      />
      {keep.error && <Notice tone="failure" {...failure(failureOf(keep.error))} />}
    </div>
  );
};
