using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.SageMaker;
using MlopsBatch.Faults;
using MlopsBatch.Registry;

namespace MlopsBatch.Deploying;

/// <summary>Makes the client that looks up versions: with the deployment's own credentials, or with the registry's reader role.</summary>
public static class SageMakerClient
{
    /// <summary>The look-up of approved versions that the stack's deployment uses.</summary>
    public static RegistryApprovedModels Registry(StackContext context) =>
        new(For(context), context.Settings.Gate());

    /// <summary>A client of the stack's own account and region, for people and their commands.</summary>
    public static AmazonSageMakerClient OfAccount(StackContext context) =>
        new(new AmazonSageMakerConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(context.Region) });

    private static AmazonSageMakerClient For(StackContext context)
    {
        var config = new AmazonSageMakerConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(context.Region) };
        return context.Settings.Registry?.ReaderRoleArn is { } role
            ? new(new AssumeRoleAWSCredentials(Own(), role, $"mlops-batch-{context.Stack}"), config)
            : new(config);
    }

    private static AWSCredentials Own()
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException fault)
        {
            throw new FaultException(RegistryApprovedModels.Unreachable("the registry's reader role", fault));
        }
    }
}
