import { entriesOf, type ClaimEntry } from './entry.ts';

/** OAuth 2.0 and its extensions: access tokens, DPoP proofs, token exchange, SD-JWT. */
export const OAUTH_CLAIMS: readonly ClaimEntry[] = [
  ...entriesOf('RFC 8693 section 4.1', [
    ['act', 'Who acts on behalf of the subject; actors before stand nested inside.', '대상을 대신해 행동하는 주체이며, 이전 주체는 그 안에 중첩됩니다.', 'json-object'],
  ]),
  ...entriesOf('RFC 8693 section 4.2', [['scope', 'What the token allows.', '토큰이 허용하는 권한 범위입니다.', 'space-separated-list']]),
  ...entriesOf('RFC 8693 section 4.3', [['client_id', 'The OAuth client that requested the token.', '토큰을 요청한 OAuth 클라이언트입니다.']]),
  ...entriesOf('RFC 8693 section 4.4', [
    ['may_act', 'Who is allowed to act on behalf of the subject.', '대상을 대신해 행동하도록 허용된 주체입니다.', 'json-object'],
  ]),
  ...entriesOf('RFC 9068 section 2.2.3.1', [
    ['roles', 'The roles of the user.', '사용자에게 주어진 역할입니다.', 'list'],
    ['groups', 'The groups to which the user belongs.', '사용자가 속한 그룹입니다.', 'list'],
    ['entitlements', 'What the user is entitled to.', '사용자에게 부여된 자격입니다.', 'list'],
  ]),
  ...entriesOf('RFC 9396 section 9.1', [
    ['authorization_details', 'What the token allows, in detail by type of resource.', '토큰이 허용하는 권한을 자원 종류별로 자세히 담습니다.', 'list'],
  ]),
  ...entriesOf('RFC 9449 section 4.2', [
    ['htm', 'The HTTP method of the request that the proof is for.', '이 증명이 쓰일 요청의 HTTP 메서드입니다.'],
    ['htu', 'The address of the request that the proof is for, without query and fragment.', '이 증명이 쓰일 요청의 주소로, 쿼리와 프래그먼트는 뺍니다.', 'uri'],
    ['ath', 'The SHA-256 hash of the access token sent with the proof.', '증명과 함께 보내는 액세스 토큰의 SHA-256 해시입니다.', 'base64url'],
  ]),
  ...entriesOf('RFC 9701 section 5', [
    ['token_introspection', 'What the authorization server says about the token that was asked about.', '조회한 토큰에 대해 인가 서버가 답한 내용입니다.', 'json-object'],
  ]),
  ...entriesOf('RFC 9200 section 5.10', [
    ['ace_profile', 'The profile with which client and resource server secure their exchange.', '클라이언트와 자원 서버가 통신을 보호할 때 쓰는 프로파일입니다.'],
    ['cnonce', 'A nonce of the resource server that proves the token fresh.', '토큰이 새것임을 증명하는 자원 서버의 일회용 값입니다.'],
  ]),
  ...entriesOf('RFC 9200 section 5.10.3', [
    ['exi', 'How long the token is valid from when the resource server first sees it.', '자원 서버가 토큰을 처음 받은 때부터 유효한 시간입니다.', 'seconds'],
  ]),
  ...entriesOf('RFC 9901 section 4.1.1', [['_sd_alg', 'The hash algorithm of the disclosure digests; sha-256 if absent.', '공개 항목 다이제스트의 해시 알고리즘이며, 없으면 sha-256입니다.']]),
  ...entriesOf('RFC 9901 section 4.2.4.1', [
    ['_sd', 'Digests of members that the holder may disclose, and of decoys.', '소유자가 골라서 공개할 수 있는 항목과 미끼 항목의 다이제스트입니다.', 'list'],
  ]),
  ...entriesOf('RFC 9901 section 4.2.4.2', [
    ['...', 'The digest of an array element that the holder may disclose, or of a decoy.', '소유자가 골라서 공개할 수 있는 배열 원소 또는 미끼의 다이제스트입니다.', 'base64url'],
  ]),
  ...entriesOf('RFC 9901 section 4.3', [
    ['sd_hash', 'The hash of the SD-JWT to which the key binding belongs.', '키 바인딩이 묶인 SD-JWT의 해시입니다.', 'base64url'],
  ]),
  ...entriesOf('SD-JWT VC draft', [
    ['vct', 'The type of the verifiable credential.', '검증 가능한 자격 증명의 유형입니다.'],
    ['vct#integrity', 'The hash that the document describing the credential type must have.', '자격 증명 유형을 설명하는 문서가 가져야 할 해시입니다.'],
  ]),
  ...entriesOf('Token Status List draft', [
    ['status', 'Where to learn whether the token has been revoked or suspended.', '토큰이 취소되거나 정지되었는지 확인할 수 있는 곳입니다.', 'json-object'],
    ['status_list', 'The compressed list of the states of many tokens.', '여러 토큰의 상태를 압축해 담은 목록입니다.', 'json-object'],
    ['ttl', 'How long the status list may be kept before it is fetched anew.', '상태 목록을 다시 받기 전까지 보관할 수 있는 시간입니다.', 'seconds'],
  ]),
];
