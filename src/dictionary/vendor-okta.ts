import { vendorTable } from './vendor.ts';

/** https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview */
export const OKTA = vendorTable('Okta', ['*.okta.com', '*.oktapreview.com', '*.okta-emea.com'], [
  ['cid', 'The client that requested the access token.', '액세스 토큰을 요청한 클라이언트입니다.'],
  ['uid', 'The user; absent if no user took part.', '사용자 식별자이며, 사용자 없이 발급되면 없습니다.'],
  ['ver', 'The version of the token format.', '토큰 형식의 버전입니다.', 'number'],
  ['scp', 'What the token allows.', '토큰이 허용하는 권한 범위입니다.', 'list'],
  ['idp', 'The identity provider that authenticated the user.', '사용자를 인증한 ID 공급자입니다.'],
  ['groups', 'The groups of the user that a groups claim of the authorization server lets through.', '인가 서버의 그룹 클레임 설정을 통과한 사용자 그룹입니다.', 'list'],
  ['Groups', 'The groups of the user, where the groups claim was given this name.', '그룹 클레임에 이 이름을 붙였을 때의 사용자 그룹입니다.', 'list'],
]);
