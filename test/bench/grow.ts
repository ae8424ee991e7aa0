export { growJournal } from '../support/grown-journal.js';
