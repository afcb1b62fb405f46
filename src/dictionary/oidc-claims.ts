import { entriesOf, type ClaimEntry } from './entry.ts';

/** OpenID Connect: ID Tokens, the profile of the user, logout. */
export const OIDC_CLAIMS: readonly ClaimEntry[] = [
  ...entriesOf('OpenID Connect Core 1.0 section 2', [
    ['azp', 'The client to which the token was issued.', '토큰을 발급받은 클라이언트입니다.'],
    ['nonce', 'Ties the token to the sign-in request that asked for it.', '토큰을 요청한 로그인 요청과 토큰을 묶는 값입니다.'],
    ['auth_time', 'When the user last signed in.', '사용자가 실제로 로그인한 시각입니다.', 'seconds-since-epoch'],
    ['acr', 'The assurance class that the sign-in satisfied.', '로그인이 충족한 인증 수준 등급입니다.'],
    ['amr', 'How the user signed in, for example with a password or a one-time code.', '비밀번호나 일회용 코드처럼 사용자가 인증한 방법의 목록입니다.', 'list'],
  ]),
  ...entriesOf('OpenID Connect Core 1.0 section 3.1.3.6', [
    ['at_hash', 'The left half of the hash of the access token issued with this ID Token.', '함께 발급된 액세스 토큰 해시의 왼쪽 절반입니다.', 'base64url'],
  ]),
  ...entriesOf('OpenID Connect Core 1.0 section 3.3.2.11', [
    ['c_hash', 'The left half of the hash of the authorization code issued with this ID Token.', '함께 발급된 인가 코드 해시의 왼쪽 절반입니다.', 'base64url'],
  ]),
  ...entriesOf('OpenID Connect Core 1.0 section 5.1', [
    ['name', 'The full name of the user, ready to be shown.', '화면에 표시할 수 있는 사용자의 전체 이름입니다.'],
    ['given_name', 'The given or first names of the user.', '사용자의 이름(성을 뺀 부분)입니다.'],
    ['family_name', 'The surname of the user.', '사용자의 성입니다.'],
    ['middle_name', 'The middle names of the user.', '사용자의 가운데 이름입니다.'],
    ['nickname', 'The casual name of the user.', '사용자의 별명입니다.'],
    ['preferred_username', 'The short name that the user wishes to go by; it need not be unique.', '사용자가 쓰고 싶어 하는 짧은 이름이며, 고유하지 않을 수 있습니다.'],
    ['profile', 'The page about the user.', '사용자의 프로필 페이지 주소입니다.', 'uri'],
    ['picture', 'The picture of the user.', '사용자의 프로필 사진 주소입니다.', 'uri'],
    ['website', 'The web page or blog of the user.', '사용자의 웹 페이지나 블로그 주소입니다.', 'uri'],
    ['email', 'The preferred e-mail address of the user; it need not be unique.', '사용자가 선호하는 이메일 주소이며, 고유하지 않을 수 있습니다.', 'email'],
    ['email_verified', 'Whether the issuer has made sure that the e-mail address is the user’s.', '이메일 주소가 사용자의 것임을 발급자가 확인했는지 나타냅니다.', 'boolean'],
    ['gender', 'The gender of the user.', '사용자의 성별입니다.'],
    ['birthdate', 'The birthday of the user as YYYY-MM-DD, the year alone, or with the year 0000.', '사용자의 생년월일로 YYYY-MM-DD 형식이며, 연도만 있거나 연도가 0000일 수 있습니다.', 'date'],
    ['zoneinfo', 'The time zone of the user, for example Asia/Seoul.', 'Asia/Seoul 같은 사용자의 시간대입니다.', 'time-zone'],
    ['locale', 'The language and region of the user, for example ko-KR.', 'ko-KR 같은 사용자의 언어와 지역입니다.', 'language-tag'],
    ['phone_number', 'The preferred telephone number of the user.', '사용자가 선호하는 전화번호입니다.', 'phone-number'],
    ['phone_number_verified', 'Whether the issuer has made sure that the telephone number is the user’s.', '전화번호가 사용자의 것임을 발급자가 확인했는지 나타냅니다.', 'boolean'],
    ['address', 'The preferred postal address of the user, in parts.', '사용자가 선호하는 우편 주소를 항목별로 담습니다.', 'json-object'],
    ['updated_at', 'When the information about the user was last changed.', '사용자 정보가 마지막으로 바뀐 시각입니다.', 'seconds-since-epoch'],
  ]),
  ...entriesOf('OpenID Connect Core 1.0 section 5.6.2', [
    ['_claim_names', 'Which claims stand elsewhere, and under which of the sources.', '다른 곳에 있는 클레임이 어느 출처에 있는지 알려 줍니다.', 'json-object'],
    ['_claim_sources', 'The sources from which the claims that stand elsewhere can be had.', '다른 곳에 있는 클레임을 얻을 수 있는 출처들입니다.', 'json-object'],
  ]),
  ...entriesOf('OpenID Connect Core 1.0 section 7.4', [
    ['sub_jwk', 'The public key of a self-issued ID Token.', '자체 발급 ID 토큰의 서명을 확인하는 공개 키입니다.', 'json-object'],
  ]),
  ...entriesOf('OpenID Connect Front-Channel Logout 1.0 section 3', [
    ['sid', 'The session of the user at the issuer.', '발급자 쪽에서 관리하는 사용자 세션의 식별자입니다.'],
  ]),
  ...entriesOf('Financial-grade API 1.0 part 2 section 5.1.1', [
    ['s_hash', 'The left half of the hash of the state value of the sign-in request.', '로그인 요청에 쓰인 state 값 해시의 왼쪽 절반입니다.', 'base64url'],
  ]),
];
