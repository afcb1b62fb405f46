import { vendorTable } from './vendor.ts';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html */
export const COGNITO = vendorTable('Amazon Cognito', ['cognito-idp.*.amazonaws.com'], [
  ['cognito:groups', 'The user pool groups of the user.', '사용자가 속한 사용자 풀 그룹입니다.', 'list'],
  ['cognito:roles', 'The IAM roles of the groups of the user.', '사용자가 속한 그룹에 연결된 IAM 역할입니다.', 'list'],
  ['cognito:preferred_role', 'The IAM role of the group that comes first.', '우선순위가 가장 높은 그룹의 IAM 역할입니다.'],
  ['cognito:username', 'The user name in the user pool.', '사용자 풀에서 쓰는 사용자 이름입니다.'],
  ['username', 'The user name in the user pool, in access tokens.', '액세스 토큰에서 사용자 풀의 사용자 이름입니다.'],
  ['token_use', 'What the token is for: id or access.', '토큰의 용도로 id 또는 access입니다.'],
  ['client_id', 'The app client that signed the user in.', '사용자를 로그인시킨 앱 클라이언트입니다.'],
  ['origin_jti', 'Ties the token to the sign-in from which it came; revoked together with its refresh token.', '토큰을 처음 로그인과 묶는 식별자이며, 리프레시 토큰을 취소하면 함께 취소됩니다.'],
  ['event_id', 'The authentication event from which the token came.', '토큰이 나온 인증 이벤트의 식별자입니다.'],
  ['device_key', 'The remembered device of the user.', '기억된 사용자 기기의 키입니다.'],
  ['identities', 'The accounts at other providers that are linked to the user.', '사용자에게 연결된 다른 제공자의 계정입니다.', 'list'],
]);
