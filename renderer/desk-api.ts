import { createApi } from './api.js';

/** What the renderer may ask of main. */
export const api = createApi(window.desk);
