import { vendorTable } from './vendor.ts';

/** https://www.keycloak.org/docs/latest/server_admin */
export const KEYCLOAK = vendorTable('Keycloak', ['/realms/'], [
  ['realm_access', 'The roles of the user in the whole realm.', '렐름 전체에서 사용자가 가진 역할입니다.', 'json-object'],
  ['resource_access', 'The roles of the user by client.', '클라이언트별로 사용자가 가진 역할입니다.', 'json-object'],
  ['session_state', 'The session of the user, in older versions; sid in newer ones.', '이전 버전에서 쓰는 사용자 세션의 식별자이며, 새 버전에서는 sid입니다.'],
  ['allowed-origins', 'From which web origins the client may call.', '클라이언트가 호출할 수 있는 웹 출처입니다.', 'list'],
  ['preferred_username', 'The user name in the realm.', '렐름에서 쓰는 사용자 이름입니다.'],
  ['typ', 'What the token is for: Bearer, ID or Refresh among others.', '토큰의 용도로 Bearer, ID, Refresh 등이 있습니다.'],
  ['authorization', 'The permissions that Authorization Services granted.', '인가 서비스가 허용한 권한입니다.', 'json-object'],
  ['clientHost', 'The host of the client of a service account.', '서비스 계정을 쓰는 클라이언트의 호스트입니다.'],
  ['clientAddress', 'The IP address of the client of a service account.', '서비스 계정을 쓰는 클라이언트의 IP 주소입니다.', 'ip-address'],
]);
