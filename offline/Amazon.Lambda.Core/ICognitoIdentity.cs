namespace Amazon.Lambda.Core;

/// <summary>The Cognito identity of invocations by the AWS Mobile SDK; absent in events from AWS services.</summary>
public interface ICognitoIdentity
{
    string IdentityId { get; }

    string IdentityPoolId { get; }
}
