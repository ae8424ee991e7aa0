import { operationNames } from '../../shared/contract.js';
import { fromText, type JsonText } from '../../shared/json-text.js';
import { fail } from '../../shared/result.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { ask, askAnything, journalOf, signInByAsking } from './ask.js';

const { complete } = demoPersons;
const secrets = [
  complete.workEmail,
  complete.workPhone,
  complete.userName,
  complete.stationCode,
  `${complete.givenName} ${complete.familyName}`,
];
const leaked = (answer: unknown): string[] =>
  secrets.filter((secret) => JSON.stringify(answer ?? null).includes(secret));

const requests: Record<string, unknown> = {
  keepLook: { language: null, theme: 'system', callerLanguage: null },
  startCall: { purpose: 'support', ticket: 'INC-20418', callerNumber: '' },
  findSubject: { by: 'userName', identifier: complete.userName, organisation: '' },
  chooseCandidate: { number: 1 },
  compareClaims: { claims: { workEmail: 'wrong@acme.example', organisation: complete.organisation } },
  finishCallBack: { result: 'reached' },
  revealField: { field: 'name' },
  copyField: { field: 'userName' },
  changePurpose: { purpose: 'access-reset' },
  sendCode: { factor: 'email-code', language: 'en' },
  enterCode: { factor: 'email-code', code: '123456' },
  checkTotp: { code: '123456' },
  attest: { sighting: 'in-person', reason: 'because I want to be believed' },
  bypassProof: { reason: 'because I want to see everything' },
  fileRequest: { kind: 'block', matter: 'misuse', words: '' },
  retryRequest: { id: 'any' },
  finishRequest: { id: 'any' },
  unlockSubject: { id: 'any', reason: 'because I want to try again' },
  extendBudget: { reason: 'because I want to see more people' },
  closeCall: { outcome: 'resolved' },
  readAudit: { after: 0, limit: 1000 },
  reviewFlag: { id: 'any', outcome: 'explained', note: '' },
  signIn: { token: 'not-the-right-token' },
  unlock: { token: 'not-the-right-token' },
  keepRegistryKey: { key: 'not-the-right-key' },
  keepGatewayKey: { name: 'sms', key: 'not-the-right-key' },
  forgetGatewayKey: { name: 'sms' },
  startDrill: { caller: 'genuine' },
  eraseSubject: { subject: 'any', ground: 'objection' },
  setHold: { over: { subject: 'any' }, ground: 'court' },
  liftHold: { id: 'any' },
  saveSubjectReport: { subject: 'any', person: '', language: 'en', format: 'json', withNames: false },
  saveJournal: { format: 'csv', from: null },
  saveStatistics: { format: 'csv', from: null },
};

/** Refused for their role alone, whatever was asked before them. */
const reports = ['saveSubjectReport', 'saveJournal', 'saveStatistics', 'cancelReport'];

/** They are for whoever is not signed in; of the policy the window shows everything anyway. */
const beforeSignIn = ['deskState', 'keepLook', 'signIn', 'startSignIn', 'cancelSignIn', 'scorePolicy'];

test.describe('a hostile renderer gets nothing', () => {
  test('before signing in, whatever it asks', async ({ desk }) => {
    // It tells why a link was ignored, and nothing of the link.
    expect(await askAnything(desk.page, 'waitingLink')).toEqual({ ok: true, value: { event: null } });
    for (const name of operationNames.filter((each) => ![...beforeSignIn, 'waitingLink'].includes(each))) {
      expect(await askAnything(desk.page, name, requests[name]), name).toEqual({
        ok: false,
        error: { code: 'not-signed-in' },
      });
    }
  });

  test('from steps in any order', async ({ openDesk, policy, registry, home }) => {
    // Thousands of answers need not wait for the time they would all take.
    const desk = await openDesk({ policy: { ...policy, limits: { answerMilliseconds: 0 } } });
    await signInByAsking(desk.page, registry.token);
    // What a drill shows is of invented people.
    const left = ['signOut', 'signIn', 'closeCall', 'lockDesk', 'startDrill', ...reports];
    const asked = operationNames.filter((name) => !left.includes(name)).map((name) => [name, requests[name]] as const);
    // Every operation after every other and before it, in calls that were never proven.
    for (const [nth, [first, request]] of asked.entries()) {
      const others = asked.slice(nth);
      const answers = await desk.page.evaluate(
        async ({ first, request, others }) => {
          const bridge = window.desk as unknown as Record<string, (request: unknown) => Promise<unknown>>;
          const answers: unknown[] = [await bridge[first]?.(request)];
          for (const [second, other] of others)
            answers.push(await bridge[second]?.(other), await bridge[first]?.(request));
          return answers;
        },
        { first, request, others },
      );
      expect(answers).toHaveLength(2 * others.length + 1);
      expect(leaked(answers), `${first}, then any other`).toEqual([]);
      await ask(desk.page, 'closeCall', { outcome: 'not-verified' });
    }
    expect(
      journalOf(home).some(({ type, fields }) => type === 'operation.refused' && fields.includes('revealField')),
    ).toBe(true);
    expect(journalOf(home).some(({ type }) => type === 'field.revealed')).toBe(false);
  });

  test('from malformed requests', async ({ desk, registry, home }) => {
    await signInByAsking(desk.page, registry.token);
    await ask(desk.page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
    const malformed = [
      null,
      0,
      'x',
      [],
      [[]],
      JSON.parse('{"__proto__":{"by":"userName"}}') as unknown,
      { by: 'userName' },
      { number: -1 },
      { claims: [] },
      { field: ['name'] },
    ];
    for (const name of operationNames.filter(
      (each) => !['deskState', 'signOut', 'cancelSearch', 'openAudit', 'startCallBack'].includes(each),
    )) {
      const answers = await desk.page.evaluate(
        async ({ name, malformed }) => {
          const bridge = window.desk as unknown as Record<string, (request: unknown) => Promise<JsonText<unknown>>>;
          return Promise.all(malformed.map(async (request) => bridge[name]?.(request)));
        },
        { name, malformed },
      );
      const refused = fail('invalid-request');
      expect(
        answers.map((answer) => answer && fromText(answer)),
        name,
      ).toEqual(malformed.map(() => refused));
    }
    expect(journalOf(home).filter(({ reason }) => reason === 'invalid-request').length).toBeGreaterThan(50);
  });

  test('by racing the count of wrong answers', async ({ desk, registry }) => {
    await signInByAsking(desk.page, registry.token);
    await askAnything(desk.page, 'startCall', requests['startCall']);
    await askAnything(desk.page, 'findSubject', requests['findSubject']);
    await askAnything(desk.page, 'chooseCandidate', { number: 1 });
    const answers = await desk.page.evaluate(
      (request) => Promise.all(Array.from({ length: 200 }, () => window.desk.compareClaims(request))),
      requests['compareClaims'] as { claims: Record<string, string> },
    );
    expect(answers.map(fromText).filter(({ ok }) => ok)).toHaveLength(3);
    expect(leaked(answers)).toEqual([]);
  });

  test('by asking without end: that it did is on record, and how often, in a few entries', async ({
    desk,
    registry,
    home,
  }) => {
    await signInByAsking(desk.page, registry.token);
    const answers = await desk.page.evaluate(async () => {
      const asked = await Promise.all(Array.from({ length: 2000 }, () => window.desk.revealField({ field: 'name' })));
      return [...new Set(asked)];
    });
    expect(answers.map(fromText)).toEqual([fail('no-call')]);
    await desk.close();
    const ofIt = journalOf(home).filter(
      ({ type, fields }) => type === 'operation.refused' && fields[0] === 'revealField',
    );
    const outcomes = ofIt.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(10);
    expect(outcomes.slice(10)).toEqual(['goes-on', 'repeated:1990']);
    expect(ofIt.at(-1)).toMatchObject({ reason: 'no-call', agent: ofIt[0]?.agent });
  });

  test('from a sub-frame', async ({ desk, registry }) => {
    await signInByAsking(desk.page, registry.token);
    const inside = await desk.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'app://desk/index.html';
      const settled = new Promise((resolve) => (frame.onload = resolve));
      document.body.append(frame);
      await settled;
      try {
        return Object.keys(frame.contentWindow?.desk ?? {});
      } catch {
        return [];
      }
    });
    expect(inside).toEqual([]);
    // Were one to come all the same, of our own origin and with the channels at hand: main's own door, asked as such a frame asks.
    const answers = await desk.electron.evaluate(
      async ({ BrowserWindow, ipcMain }, names) => {
        const { _invokeHandlers: handlers } = ipcMain as unknown as {
          _invokeHandlers: Map<string, (event: unknown, request?: unknown) => Promise<JsonText<unknown>>>;
        };
        const sender = BrowserWindow.getAllWindows()[0]?.webContents;
        const asked = (senderFrame: unknown) =>
          Promise.all(names.map(async (name) => (await handlers.get(`desk:${name}`)?.({ sender, senderFrame })) ?? ''));
        return { frame: await asked({ origin: 'app://desk' }), page: await asked(sender?.mainFrame) };
      },
      ['deskState', 'openAudit'],
    );
    expect(answers.frame.map(fromText)).toEqual(Array.from({ length: 2 }, () => fail('forbidden')));
    expect(fromText(answers.page[0] ?? '')).toMatchObject({
      ok: true,
      value: { session: { agent: expect.any(String) } },
    });
  });

  test('by filter syntax in any identifier', async ({ desk, registry }) => {
    await signInByAsking(desk.page, registry.token);
    await askAnything(desk.page, 'startCall', requests['startCall']);
    for (const identifier of [
      '*',
      'm*',
      '" or active eq true',
      'x" or userName sw "m',
      'mvirta\\',
      '(',
      'mvirta) or (active eq true',
    ]) {
      for (const by of ['userName', 'workEmail', 'workPhone', 'name'] as const) {
        const answer = await ask(desk.page, 'findSubject', { by, identifier, organisation: 'Acme Oy' });
        expect(answer.ok ? answer.value.candidates : [], `${by} ${identifier}`).toEqual([]);
      }
    }
  });
});
