// A real OpenID Connect provider for the tests: node provider.js PORT REDIRECT_URI SECRET. Anybody may sign in; what stands behind
// the plus sign of the name are the groups: "mia+bcm,it".
import Provider from 'oidc-provider';

const [port, redirect, secret] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'resmon', client_secret: secret, redirect_uris: [redirect], response_types: ['code'], grant_types: ['authorization_code'] }],
  claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
  scopes: ['openid', 'profile', 'groups'],
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: id.split('+')[0], groups: (id.split('+')[1] ?? '').split(',').filter(Boolean) }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
