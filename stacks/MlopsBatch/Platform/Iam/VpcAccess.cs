using MlopsBatch.Configuration;

namespace MlopsBatch.Platform.Iam;

/// <summary>
/// Attaching jobs and functions to a VPC: interfaces are made in its subnets and security groups only. Source of the actions:
/// SageMaker developer guide, "SageMaker API permissions"; AWS managed policy <c>AWSLambdaVPCAccessExecutionRole</c>; of what
/// narrows them: Service Authorization Reference, Amazon EC2.
/// </summary>
internal static class VpcAccess
{
    /// <summary>For SageMaker's jobs, which lend their interfaces to SageMaker.</summary>
    public static Action<Grantee> GrantJobs(Account account, NetworkOptions network) =>
        grantee =>
        {
            Make(grantee, account, network, UnscopableAction.NetworkInterfaces);
            Use(grantee, account, network, "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface");
        };

    /// <summary>For Lambda's functions, whose interfaces take more addresses as they grow.</summary>
    public static Action<Grantee> GrantFunctions(Account account, NetworkOptions network) =>
        grantee =>
        {
            Make(grantee, account, network, UnscopableAction.FunctionInterfaces);
            Use(grantee, account, network, "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses");
            // Lambda makes no function whose role may not delete interfaces, and asks before there is one: about any resource,
            // of no subnet (Lambda developer guide, "Giving Lambda functions access to resources in an Amazon VPC": "include all
            // resource IDs"; hashicorp/terraform-provider-aws#20698).
            grantee.Add(
                new Statement("ReleaseInterfaces", ["ec2:DeleteNetworkInterface"], Arn(account, "*/*")).When(
                    "ArnEqualsIfExists",
                    "ec2:Subnet",
                    Subnets(account, network)
                )
            );
        };

    private static void Make(Grantee grantee, Account account, NetworkOptions network, UnscopableAction look)
    {
        var groups = network.SecurityGroupIds.Select(id => Arn(account, $"security-group/{id}"));
        grantee.Add(
            new("MakeInterfaces", ["ec2:CreateNetworkInterface"], (string[])[Interfaces(account), .. Subnets(account, network), .. groups])
        );
        grantee.AddUnscopable(look);
    }

    private static void Use(Grantee grantee, Account account, NetworkOptions network, params string[] actions) =>
        grantee.Add(
            new Statement("UseInterfaces", actions, Interfaces(account)).When("ArnEquals", "ec2:Subnet", Subnets(account, network))
        );

    private static string Interfaces(Account account) => Arn(account, "network-interface/*");

    private static string[] Subnets(Account account, NetworkOptions network) =>
        [.. network.SubnetIds.Select(id => Arn(account, $"subnet/{id}"))];

    /// <summary>A subnet may be shared by the account that owns the VPC, so an ARN's account is left open; its id is unique.</summary>
    private static string Arn(Account account, string resource) =>
        account.Partition.Arn("ec2", account.Region, "*", resource).ToString();
}
