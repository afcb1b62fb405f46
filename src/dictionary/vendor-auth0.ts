import { vendorTable } from './vendor.ts';

/** https://auth0.com/docs/secure/tokens and https://auth0.com/docs/manage-users/organizations/using-tokens */
export const AUTH0 = vendorTable('Auth0', ['*.auth0.com'], [
  ['permissions', 'The permissions that roles give the user on this API.', '역할을 통해 이 API에서 사용자에게 주어진 권한입니다.', 'list'],
  ['org_id', 'The organization through which the user signed in.', '사용자가 로그인에 쓴 조직의 식별자입니다.'],
  ['org_name', 'The name of the organization through which the user signed in.', '사용자가 로그인에 쓴 조직의 이름입니다.'],
  ['gty', 'The grant by which the token was obtained, for example client-credentials.', 'client-credentials처럼 토큰을 얻은 그랜트 유형입니다.'],
  ['azp', 'The client ID of the application that requested the token.', '토큰을 요청한 애플리케이션의 클라이언트 식별자입니다.'],
]);
