using MlopsBatch.Files;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;

namespace MlopsBatch.Platform.Functions;

/// <summary>A function that takes events: compiled ahead of time, traced, with its own role, log group and dead-letter queue.</summary>
internal sealed class EventFunction : ComponentResource
{
    public EventFunction(
        Account account,
        string name,
        EventFunctionSpec spec,
        SharedResources shared,
        ComponentResourceOptions? options = null
    )
        : base("mlops-batch:platform:EventFunction", name, options)
    {
        var physicalName = spec.FunctionName ?? account.Names.Of(name);
        var inside = new CustomResourceOptions { Parent = this };
        var log = new LogGroup(
            name,
            new LogGroupArgs
            {
                Name = $"/aws/lambda/{physicalName}",
                RetentionInDays = account.Settings.LogRetentionDays,
                KmsKeyId = shared.Key.Arn,
                Tags = account.Tags(),
            },
            inside
        );
        var role = new ServiceRole(
            account,
            name,
            [ServiceRole.Lambda],
            [
                .. spec.Grants,
                .. spec.ModelGrants.Take(1),
                shared.DeadLetters.Functions.GrantSend,
                grantee => grantee.Add(new("WriteLog", ["logs:CreateLogStream", "logs:PutLogEvents"], Output.Format($"{log.Arn}:*"))),
                grantee => grantee.AddUnscopable(UnscopableAction.Tracing),
                .. spec.Network is null ? Array.Empty<Action<Grantee>>() : [VpcAccess.GrantFunctions(account, spec.Network)],
            ],
            this
        );
        role.Attach(account, spec.ModelGrants.Skip(1), this);
        var files = account.Context.Files;
        var function = new Function(
            name,
            new FunctionArgs
            {
                Name = physicalName,
                Description = spec.Description,
                Runtime = Runtime.CustomAL2023,
                Architectures = "x86_64",
                Handler = "bootstrap",
                Code = UploadedFiles.Archive(files.Package(name)),
                SourceCodeHash = files.PackageHash(name) is { } hash ? hash : (Input<string>?)null,
                Role = role.Arn,
                MemorySize = 256,
                Timeout = spec.TimeoutSeconds,
                KmsKeyArn = shared.Key.Arn,
                Layers = shared.SettingsLayer.Arn,
                Environment = new FunctionEnvironmentArgs { Variables = spec.Environment },
                TracingConfig = new FunctionTracingConfigArgs { Mode = "Active" },
                LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = log.Name },
                ReservedConcurrentExecutions = account.Settings.ReservedConcurrency is { } reserved ? reserved : (Input<int>?)null,
                VpcConfig = spec.Network is null
                    ? (Input<FunctionVpcConfigArgs>?)null!
                    : new FunctionVpcConfigArgs
                    {
                        SubnetIds = spec.Network.SubnetIds.ToArray(),
                        SecurityGroupIds = spec.Network.SecurityGroupIds.ToArray(),
                    },
                Tags = account.Tags(),
            },
            new() { Parent = this, DependsOn = role.Policy }
        );
        // One hour: an approval that is older should be looked at by a person, not rolled out in the night.
        _ = new FunctionEventInvokeConfig(
            name,
            new FunctionEventInvokeConfigArgs
            {
                FunctionName = function.Name,
                MaximumRetryAttempts = 2,
                MaximumEventAgeInSeconds = 3600,
                // Not the function's DeadLetterConfig: only a destination's message names the function and its error.
                DestinationConfig = new FunctionEventInvokeConfigDestinationConfigArgs
                {
                    OnFailure = new FunctionEventInvokeConfigDestinationConfigOnFailureArgs
                    {
                        Destination = shared.DeadLetters.Functions.Arn,
                    },
                },
            },
            // Lambda refuses a destination that the function's role may not send to.
            new() { Parent = this, DependsOn = role.Policy }
        );
        // One permission for all rules of the stack, because all permissions of a function together hold 20 KB.
        RulesPermission = LetIn("rules", "rule");
        BusPermission = spec.Bus is { } bus ? LetIn("bus-rules", $"rule/{bus}") : null;
        Arn = function.Arn;
        Name = function.Name;
        RegisterOutputs();

        Permission LetIn(string what, string rules) =>
            new(
                $"{name}-{what}",
                new PermissionArgs
                {
                    Action = "lambda:InvokeFunction",
                    Function = function.Name,
                    Principal = "events.amazonaws.com",
                    SourceArn = account.Arn("events", $"{rules}/{account.Names.Of()}-*"),
                    SourceAccount = account.Id,
                },
                inside
            );
    }

    public Output<string> Arn { get; }

    public Output<string> Name { get; }

    /// <summary>Lets the stack's rules call the function; whoever makes it a target waits for it.</summary>
    public Permission RulesPermission { get; }

    /// <summary>Lets the stack's rules on the bus of the spec call the function; null without one.</summary>
    public Permission? BusPermission { get; }

    /// <summary>Calling by a role: pipes do.</summary>
    public void GrantInvoke(Grantee grantee) => grantee.Add(new("CallFunction", ["lambda:InvokeFunction"], Arn));
}
