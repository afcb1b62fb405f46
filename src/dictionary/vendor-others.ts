import { vendorTable } from './vendor.ts';

/** https://developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple */
export const APPLE = vendorTable('Sign in with Apple', ['appleid.apple.com'], [
  ['is_private_email', 'Whether the e-mail address is one of Apple’s relay addresses.', '이메일 주소가 Apple의 전달용 주소인지 나타냅니다.', 'boolean'],
  ['nonce_supported', 'Whether the platform supports the nonce.', '플랫폼이 nonce를 지원하는지 나타냅니다.', 'boolean'],
  ['real_user_status', 'How likely the user is a real person: 0 unsupported, 1 unknown, 2 likely real.', '실제 사람일 가능성으로, 0은 미지원, 1은 알 수 없음, 2는 실제 사용자로 보임입니다.', 'number'],
]);

/** https://docs.github.com/actions/reference/security/oidc */
export const GITHUB_ACTIONS = vendorTable('GitHub Actions', ['token.actions.githubusercontent.com'], [
  ['repository', 'The repository in which the workflow runs.', '워크플로가 실행되는 저장소입니다.'],
  ['repository_owner', 'The owner of that repository.', '그 저장소의 소유자입니다.'],
  ['ref', 'The Git ref that triggered the workflow.', '워크플로를 시작한 Git 참조입니다.'],
  ['sha', 'The commit that triggered the workflow.', '워크플로를 시작한 커밋입니다.', 'hex'],
  ['workflow', 'The name of the workflow.', '워크플로의 이름입니다.'],
  ['actor', 'The account that started the workflow.', '워크플로를 시작한 계정입니다.'],
  ['environment', 'The environment that the job uses.', '작업이 쓰는 환경의 이름입니다.'],
  ['job_workflow_ref', 'The workflow file that holds the job, where it is a reusable workflow.', '재사용 워크플로를 쓰는 작업에서 그 워크플로의 참조입니다.'],
  ['run_id', 'The run of the workflow.', '워크플로 실행의 식별자입니다.'],
]);

/** https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin; clusters choose their issuer freely. */
export const KUBERNETES = vendorTable('Kubernetes', ['kubernetes.default.svc', 'kubernetes.default.svc.cluster.local', 'kubernetes/serviceaccount'], [
  ['kubernetes.io', 'The namespace, service account and pod to which the token is bound.', '토큰이 묶인 네임스페이스, 서비스 계정, 파드입니다.', 'json-object'],
]);

/** https://hasura.io/docs/2.0/auth/authentication/jwt: written by whichever issuer serves a Hasura API. */
export const HASURA = vendorTable('Hasura', [], [
  ['https://hasura.io/jwt/claims', 'The roles and session variables for a Hasura API.', 'Hasura API에서 쓰는 역할과 세션 변수입니다.', 'json-object'],
]);
