import { vendorTable } from './vendor.ts';

/** https://supabase.com/docs/guides/auth/jwt-fields; the old anon and service_role keys have the issuer `supabase`. */
export const SUPABASE = vendorTable('Supabase', ['*.supabase.co', 'supabase'], [
  ['role', 'The Postgres role with which row level security judges the request.', '행 수준 보안이 요청을 판단할 때 쓰는 Postgres 역할입니다.'],
  ['aal', 'The authenticator assurance level: aal1, or aal2 after a second factor.', '인증 보증 수준으로, 2단계 인증을 거치면 aal2이고 아니면 aal1입니다.'],
  ['amr', 'How and when the user signed in.', '사용자가 인증한 방법과 시각의 목록입니다.', 'list'],
  ['session_id', 'The session of the user.', '사용자 세션의 식별자입니다.', 'uuid'],
  ['app_metadata', 'Data about the user that only the server can change.', '서버만 바꿀 수 있는 사용자 데이터입니다.', 'json-object'],
  ['user_metadata', 'Data about the user that the user can change; not to be trusted for permissions.', '사용자가 직접 바꿀 수 있는 데이터이며, 권한 판단에 쓰면 안 됩니다.', 'json-object'],
  ['is_anonymous', 'Whether the user signed in anonymously.', '익명으로 로그인한 사용자인지 나타냅니다.', 'boolean'],
  ['phone', 'The telephone number of the user.', '사용자의 전화번호입니다.', 'phone-number'],
  ['ref', 'The project to which the key belongs.', '키가 속한 프로젝트의 식별자입니다.'],
]);
