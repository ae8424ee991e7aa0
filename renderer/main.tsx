import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { blankWhenTold } from './blank.js';
import { showLanguage, startMessages } from './messages/i18n.js';
import { applyPreferences } from './preferences.js';
import { createQueryClient } from './query-client.js';
import { oneEnterAPress } from './ui/held-enter.js';
import { fetchDeskState } from './use-desk-state.js';

const client = createQueryClient();
void fetchDeskState(client);

const { language } = applyPreferences();
startMessages(language);
showLanguage(language);

oneEnterAPress(window);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
const view = createRoot(root);
blankWhenTold(() => {
  view.unmount();
  client.clear();
});
view.render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
