import { vendorTable } from './vendor.ts';

/** https://firebase.google.com/docs/auth/admin/verify-id-tokens and https://firebase.google.com/docs/rules/rules-and-auth */
export const FIREBASE = vendorTable('Firebase Authentication', ['securetoken.google.com'], [
  ['firebase', 'How the user signed in, and the accounts that are linked.', '사용자가 로그인한 방법과 연결된 계정입니다.', 'json-object'],
  ['sign_in_provider', 'By which provider the user signed in, for example password or google.com.', 'password나 google.com처럼 사용자가 로그인한 제공자입니다.'],
  ['identities', 'The linked accounts of the user, by provider.', '제공자별로 연결된 사용자 계정입니다.', 'json-object'],
  ['tenant', 'The tenant to which the user belongs.', '사용자가 속한 테넌트입니다.'],
  ['user_id', 'The user; the same as sub.', '사용자 식별자로 sub과 같습니다.'],
]);

/** https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload */
export const GOOGLE = vendorTable('Google', ['accounts.google.com'], [
  ['hd', 'The Google Workspace or Cloud domain of the user.', '사용자가 속한 Google Workspace 또는 Cloud 도메인입니다.'],
]);
