using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;
using MlopsBatch.Offline;

namespace Amazon.SecretsManager;

/// <summary>The requests and answers on the wire.</summary>
internal static class Operations
{
    public static readonly JsonOperation<GetSecretValueRequest, GetSecretValueResponse> GetSecretValue = new(
        "AmazonSecretsManager",
        "2017-10-17",
        "secretsmanager.GetSecretValue",
        (request, json) =>
        {
            json.Text("SecretId", request.SecretId);
            json.Text("VersionId", request.VersionId);
            json.Text("VersionStage", request.VersionStage);
        },
        answer => new GetSecretValueResponse
        {
            ARN = answer.Text("ARN"),
            Name = answer.Text("Name"),
            SecretString = answer.Text("SecretString"),
            VersionId = answer.Text("VersionId"),
        },
        Failure
    );

    private static AmazonServiceException Failure(ErrorResponse error, Exception? inner, HttpStatusCode status) =>
        error.Code switch
        {
            "ResourceNotFoundException" => new ResourceNotFoundException(
                error.Message,
                inner,
                error.Type,
                error.Code,
                error.RequestId,
                status
            ),
            "DecryptionFailure" => new DecryptionFailureException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidRequestException" => new InvalidRequestException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidParameterException" => new InvalidParameterException(
                error.Message,
                inner,
                error.Type,
                error.Code,
                error.RequestId,
                status
            ),
            "InternalServiceError" => new InternalServiceErrorException(
                error.Message,
                inner,
                error.Type,
                error.Code,
                error.RequestId,
                status
            ),
            _ => new AmazonSecretsManagerException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
}
