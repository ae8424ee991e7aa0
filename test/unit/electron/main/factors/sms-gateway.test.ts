import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filledIn } from '../../../../../electron/main/factors/sms-gateway.js';
import { factorSchema } from '../../../../../electron/main/policy/factor-schema.js';

const url = 'https://sms.esimerkki.example/messages';
const gatewayWith = (more: object) => {
  const { gateway } = factorSchema.parse({ smsCode: { gateway: { url, ...more } } }).smsCode;
  if (!gateway) throw new Error('no gateway');
  return gateway;
};

it('whatever the message says, it stays inside its place in JSON', () => {
  const gateway = gatewayWith({ body: '{"to":["{{to}}"],"message":{"text":"{{text}}"},"from":"Tuki"}' });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (to, text) => {
      expect(JSON.parse(filledIn(gateway, to, text))).toEqual({ to: [to], message: { text }, from: 'Tuki' });
    }),
  );
});

it('and in a form', () => {
  const gateway = gatewayWith({ form: 'urlencoded', body: 'to={{to}}&text={{text}}' });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const form = new URLSearchParams(filledIn(gateway, '+358470000101', text));
      expect([...form]).toEqual([
        ['to', '+358470000101'],
        ['text', text],
      ]);
    }),
  );
});

it('a message that looks like a place is a message', () => {
  expect(JSON.parse(filledIn(gatewayWith({}), '+358470000101', 'to {{to}} $& "x"'))).toEqual({
    to: '+358470000101',
    text: 'to {{to}} $& "x"',
  });
});

it.each([
  { body: '{"text":"{{text}}"}' },
  { headers: { Host: 'elsewhere.example' } },
  { headers: { 'X-Key': 'a\r\nb' } },
  { url: 'https://user:pass@sms.esimerkki.example/' },
  { url: 'ftp://sms.esimerkki.example/' },
])('the policy may not say %j', (more) => {
  expect(() => gatewayWith(more)).toThrow();
});
