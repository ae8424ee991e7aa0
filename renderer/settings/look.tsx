import { languages } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { prefer, themes, usePreferences } from '../preferences.js';
import { Segmented } from '../ui/segmented.js';

export const Look = () => {
  const { t } = useWords();
  const { language, theme, callerLanguage } = usePreferences();
  const spoken = languages.map((value) => ({ value, text: t(`terms.language.${value}`) }));
  const looks = themes.map((value) => ({ value, text: t(`settings.themes.${value}`) }));
  return (
    <div className="look">
      <Segmented
        label={t('settings.language')}
        value={language}
        options={spoken}
        onChange={(value) => prefer({ language: value })}
      />
      <Segmented
        label={t('settings.callerLanguage')}
        value={callerLanguage}
        options={spoken}
        onChange={(value) => prefer({ callerLanguage: value })}
      />
      <Segmented
        label={t('settings.theme')}
        value={theme}
        options={looks}
        onChange={(value) => prefer({ theme: value })}
      />
    </div>
  );
};
