import { vendorTable } from './vendor.ts';

/** https://clerk.com/docs/guides/sessions/session-tokens */
export const CLERK = vendorTable('Clerk', ['*.clerk.accounts.dev'], [
  ['azp', 'The origin of the page that asked for the token.', '토큰을 요청한 페이지의 출처입니다.', 'uri'],
  ['sid', 'The session of the user.', '사용자 세션의 식별자입니다.'],
  ['fva', 'Minutes since the first and second factor were last verified; -1 for never.', '첫 번째와 두 번째 인증 요소를 마지막으로 확인한 뒤 지난 분이며, -1은 확인한 적이 없다는 뜻입니다.', 'minutes'],
  ['sts', 'The state of the session, for example active or pending.', 'active나 pending 같은 세션 상태입니다.'],
  ['o', 'The active organization of the user: its id, slug, role and permissions, under short names.', '사용자의 활성 조직으로, 식별자, 슬러그, 역할, 권한을 짧은 이름으로 담습니다.', 'json-object'],
  ['fea', 'The features that user and organization have.', '사용자와 조직에 주어진 기능입니다.'],
  ['pla', 'The plan that user or organization is on.', '사용자나 조직이 이용하는 요금제입니다.'],
  ['v', 'The version of the session token.', '세션 토큰의 버전입니다.', 'number'],
  ['org_id', 'The active organization, in session tokens of version 1.', '버전 1 세션 토큰에서 활성 조직의 식별자입니다.'],
  ['org_slug', 'The slug of the active organization, in session tokens of version 1.', '버전 1 세션 토큰에서 활성 조직의 슬러그입니다.'],
  ['org_role', 'The role of the user in the active organization, in session tokens of version 1.', '버전 1 세션 토큰에서 활성 조직 안의 사용자 역할입니다.'],
  ['org_permissions', 'The permissions of the user in the active organization, in session tokens of version 1.', '버전 1 세션 토큰에서 활성 조직 안의 사용자 권한입니다.', 'list'],
]);
