// @ts-check

const mostSteps = 20;

/** Where a page's form goes, and what it sends unasked. @param {string} page */
function formOf(page) {
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
  if (!action) throw new Error(`a page without a form: ${page.slice(0, 500)}`);
  const hidden = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return { action, form: Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value])) };
}

/**
 * A browser as far as a sign-in needs one: it follows redirects, keeps cookies, fills in the provider's forms.
 */
export function createVisitor() {
  /** @type {Map<string, string>} */
  const cookies = new Map();

  /**
   * @param {string} url
   * @param {Record<string, string>} [form]
   */
  const visit = async (url, form) => {
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (value.join('=') === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    const to = answer.headers.get('location');
    return { status: answer.status, to: to === null ? null : new URL(to, url).href, page: await answer.text() };
  };

  /**
   * Goes from page to page; answers the address that leads away from the provider, without going there.
   * @param {string} url
   * @param {string} account whom to sign in as, where the page asks
   */
  const signIn = async (url, account) => {
    const { origin } = new URL(url);
    /** @type {string} */
    let at = url;
    /** @type {Record<string, string> | undefined} */
    let form;
    for (let step = 0; step < mostSteps; step++) {
      const { to, page } = await visit(at, form);
      form = undefined;
      if (to !== null) {
        if (new URL(to).origin !== origin) return to;
        at = to;
        continue;
      }
      const asked = formOf(page);
      form = page.includes('name="login"') ? { ...asked.form, login: account, password: 'only-a-test' } : asked.form;
      at = new URL(asked.action, at).href;
    }
    throw new Error('the provider leads in circles');
  };

  /** Says yes to the provider's question whether to sign out. @param {string} url */
  const signOut = async (url) => {
    const { page } = await visit(url);
    const { action, form } = formOf(page);
    if (!page.includes('name="logout"')) throw new Error('the provider does not ask whether to sign out');
    await visit(new URL(action, url).href, { ...form, logout: 'yes' });
  };

  return {
    visit,
    signIn,
    signOut,
    /** Signs in and brings the answer back to the desk. @param {string} url @param {string} account */
    comeBack: async (url, account) => {
      const back = await signIn(url, account);
      return { back, ...(await visit(back)) };
    },
  };
}
