import { type Api, Refused } from '../../../world/kubernetes/call.ts';

type Review = { readonly status?: { readonly userInfo?: { readonly username?: string } } };

/** Who the API takes the caller for (SelfSubjectReview); undefined for one older than Kubernetes 1.28, which does not say. */
export async function whoAmI(api: Api): Promise<string | undefined> {
  try {
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
    const review = await api.call<Review>('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', { body });
    return review.status?.userInfo?.username;
  } catch (error) {
    if (error instanceof Refused && error.status !== 401) return undefined;
    throw error;
  }
}
