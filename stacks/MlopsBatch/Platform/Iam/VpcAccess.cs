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
        Grant(account, network, UnscopableAction.NetworkInterfaces, "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface");

    /// <summary>For Lambda's functions, whose interfaces take more addresses as they grow.</summary>
    public static Action<Grantee> GrantFunctions(Account account, NetworkOptions network) =>
        Grant(
            account,
            network,
            UnscopableAction.FunctionInterfaces,
            "ec2:AssignPrivateIpAddresses",
            "ec2:DeleteNetworkInterface",
            "ec2:UnassignPrivateIpAddresses"
        );

    private static Action<Grantee> Grant(Account account, NetworkOptions network, UnscopableAction look, params string[] actions) =>
        grantee =>
        {
            // A subnet may be shared by the account that owns the VPC, so its ARN's account is left open; its id is unique.
            string Arn(string owner, string resource) => account.Partition.Arn("ec2", account.Region, owner, resource).ToString();
            var interfaces = Arn("*", "network-interface/*");
            var subnets = network.SubnetIds.Select(id => Arn("*", $"subnet/{id}")).ToArray();
            var groups = network.SecurityGroupIds.Select(id => Arn("*", $"security-group/{id}"));
            grantee.Add(new("MakeInterfaces", ["ec2:CreateNetworkInterface"], (string[])[interfaces, .. subnets, .. groups]));
            grantee.Add(new Statement("UseInterfaces", actions, new[] { interfaces }).When("ArnEquals", "ec2:Subnet", subnets));
            grantee.AddUnscopable(look);
        };
}
