using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

/// <summary>
/// Call and answer to outcome: the outcome is what the official clients (4.0.100 on AWSSDK.Core 4.0.102) made of the same answer.
/// </summary>
public sealed class ConformanceTests
{
    private const string Html = "<html><body>Bad gateway";

    public enum Call
    {
        Publish,
        PutEvents,
        GetSecretValue,
        ListModelPackages,
        DescribeModelPackage,
        UpdateModelPackage,
        StartPipelineExecution,
        DescribePipelineExecution,
        ListPipelineExecutions,
        ListPipelineExecutionSteps,
        ListPipelineParametersForExecution,
    }

    [Theory]
    [InlineData(Call.Publish, 400, "ParameterValueInvalid", "InvalidParameterValueException")]
    [InlineData(Call.Publish, 400, "KMSDisabled", "KMSDisabledException")]
    [InlineData(Call.Publish, 400, "KMSInvalidState", "KMSInvalidStateException")]
    [InlineData(Call.Publish, 400, "KMSNotFound", "KMSNotFoundException")]
    [InlineData(Call.Publish, 403, "KMSOptInRequired", "KMSOptInRequiredException")]
    [InlineData(Call.Publish, 403, "InvalidSecurity", "InvalidSecurityException")]
    [InlineData(Call.Publish, 400, "EndpointDisabled", "EndpointDisabledException")]
    [InlineData(Call.Publish, 400, "PlatformApplicationDisabled", "PlatformApplicationDisabledException")]
    [InlineData(Call.Publish, 400, "ValidationException", "ValidationException")]
    [InlineData(Call.Publish, 400, "Unheard", "AmazonSimpleNotificationServiceException")]
    [InlineData(Call.ListModelPackages, 400, "ResourceNotFound", "AmazonSageMakerException")]
    [InlineData(Call.DescribeModelPackage, 400, "ResourceNotFound", "AmazonSageMakerException")]
    [InlineData(Call.UpdateModelPackage, 400, "ResourceNotFound", "AmazonSageMakerException")]
    [InlineData(Call.UpdateModelPackage, 400, "ConflictException", "ConflictException")]
    [InlineData(Call.StartPipelineExecution, 400, "ResourceNotFound", "ResourceNotFoundException")]
    [InlineData(Call.StartPipelineExecution, 400, "ConflictException", "ConflictException")]
    [InlineData(Call.StartPipelineExecution, 400, "ResourceLimitExceeded", "ResourceLimitExceededException")]
    [InlineData(Call.DescribePipelineExecution, 400, "ResourceNotFound", "ResourceNotFoundException")]
    [InlineData(Call.DescribePipelineExecution, 400, "ConflictException", "AmazonSageMakerException")]
    [InlineData(Call.ListPipelineExecutions, 400, "ResourceNotFound", "ResourceNotFoundException")]
    [InlineData(Call.ListPipelineExecutionSteps, 400, "ResourceNotFound", "ResourceNotFoundException")]
    [InlineData(Call.ListPipelineParametersForExecution, 400, "ResourceNotFound", "ResourceNotFoundException")]
    [InlineData(Call.PutEvents, 400, "ResourceNotFoundException", "AmazonEventBridgeException")]
    [InlineData(Call.GetSecretValue, 400, "ResourceNotFoundException", "ResourceNotFoundException")]
    public async Task A_code_is_of_the_type_that_the_operation_has_for_it(Call call, int status, string code, string type)
    {
        var body = call == Call.Publish ? $"<ErrorResponse><Error><Code>{code}</Code></Error></ErrorResponse>" : $$"""{"__type":"{{code}}"}""";

        var fault = (await OutcomeAsync(call, new Reply(status, body))).Fault;

        fault.ShouldNotBeNull().GetType().Name.ShouldBe(type);
        fault.ErrorCode.ShouldBe(code);
        ((int)fault.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData(403, "")]
    [InlineData(403, Html)]
    [InlineData(502, "")]
    [InlineData(502, Html)]
    [InlineData(503, "")]
    [InlineData(503, Html)]
    [InlineData(503, "{}")]
    public async Task An_answer_of_a_proxy_is_the_services_exception_with_the_status(int status, string body)
    {
        foreach (var (call, type) in Generals)
        {
            var fault = (await OutcomeAsync(call, new Reply(status, body))).Fault;

            fault.ShouldNotBeNull(call.ToString()).GetType().Name.ShouldBe(type);
            ((int)fault.StatusCode).ShouldBe(status, call.ToString());
        }
    }

    [Fact]
    public async Task Nulls_in_lists_and_maps_are_nulls_after_one_try()
    {
        var (list, tries) = await AnswerAsync(
            Call.ListModelPackages,
            """{"ModelPackageSummaryList":[null,{"ModelPackageArn":"a"}]}"""
        );
        var (version, _) = await AnswerAsync(Call.DescribeModelPackage, """{"CustomerMetadataProperties":{"reviewedBy":null}}""");

        ((ListModelPackagesResponse)list).ModelPackageSummaryList!.Select(package => package?.ModelPackageArn).ShouldBe([null, "a"]);
        tries.ShouldBe(1);
        ((DescribeModelPackageResponse)version).CustomerMetadataProperties!["reviewedBy"].ShouldBeNull();
    }

    [Fact]
    public async Task A_number_in_place_of_a_text_is_its_text() =>
        ((GetSecretValueResponse)(await AnswerAsync(Call.GetSecretValue, """{"SecretString":7}""")).Answer).SecretString.ShouldBe("7");

    [Theory]
    [InlineData(Call.PutEvents, "2015-10-07")]
    [InlineData(Call.GetSecretValue, "2017-10-17")]
    [InlineData(Call.ListModelPackages, "2017-07-24")]
    [InlineData(Call.StartPipelineExecution, "2017-07-24")]
    public async Task The_version_of_the_interface_is_sent(Call call, string version)
    {
        await using var service = await FakeService.StartAsync(SigningName(call), new Reply(200, "{}"));
        await MakeAsync(call, service);

        service.OnlyRequest.Headers["x-amz-api-version"].ShouldBe(version);
    }

    [Theory]
    [InlineData(true, false, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData(false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported")]
    public async Task An_own_endpoint_goes_with_neither_FIPS_nor_dual_stack(bool fips, bool dualStack, string message)
    {
        await using var service = await FakeService.StartAsync("secretsmanager", new Reply(200, "{}"));
        var config = service.Config<AmazonSecretsManagerConfig>();
        (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (fips, dualStack);
        using var client = new AmazonSecretsManagerClient(FakeService.Credentials, config);

        var fault = await Should.ThrowAsync<AmazonClientException>(() =>
            client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "gitlab" })
        );

        fault.Message.ShouldContain(message);
        service.Requests.ShouldBeEmpty();
    }

    private static (Call Call, string Type)[] Generals =>
        [
            (Call.Publish, nameof(AmazonSimpleNotificationServiceException)),
            (Call.PutEvents, nameof(AmazonEventBridgeException)),
            (Call.GetSecretValue, nameof(AmazonSecretsManagerException)),
            (Call.DescribeModelPackage, nameof(AmazonSageMakerException)),
        ];

    private static async Task<(AmazonWebServiceResponse Answer, int Tries)> AnswerAsync(Call call, string body)
    {
        var (answer, fault, tries) = await OutcomeAsync(call, new Reply(200, body));
        fault.ShouldBeNull();
        return (answer!, tries);
    }

    private static async Task<(AmazonWebServiceResponse? Answer, AmazonServiceException? Fault, int Tries)> OutcomeAsync(
        Call call,
        Reply reply
    )
    {
        await using var service = await FakeService.StartAsync(SigningName(call), reply);
        try
        {
            return (await MakeAsync(call, service), null, service.Requests.Count);
        }
        catch (AmazonServiceException fault)
        {
            return (null, fault, service.Requests.Count);
        }
    }

    private static string SigningName(Call call) =>
        call switch
        {
            Call.Publish => "sns",
            Call.PutEvents => "events",
            Call.GetSecretValue => "secretsmanager",
            _ => "sagemaker",
        };

    private static async Task<AmazonWebServiceResponse> MakeAsync(Call call, FakeService service)
    {
        using var notifications = new AmazonSimpleNotificationServiceClient(
            FakeService.Credentials,
            Once<AmazonSimpleNotificationServiceConfig>(service)
        );
        using var events = new AmazonEventBridgeClient(FakeService.Credentials, Once<AmazonEventBridgeConfig>(service));
        using var secrets = new AmazonSecretsManagerClient(FakeService.Credentials, Once<AmazonSecretsManagerConfig>(service));
        using var sageMaker = new AmazonSageMakerClient(FakeService.Credentials, Once<AmazonSageMakerConfig>(service));
        return call switch
        {
            Call.Publish => await notifications.PublishAsync(new PublishRequest { Message = "m" }),
            Call.PutEvents => await events.PutEventsAsync(new PutEventsRequest()),
            Call.GetSecretValue => await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" }),
            Call.ListModelPackages => await sageMaker.ListModelPackagesAsync(new ListModelPackagesRequest()),
            Call.DescribeModelPackage => await sageMaker.DescribeModelPackageAsync(new() { ModelPackageName = "a" }),
            Call.UpdateModelPackage => await sageMaker.UpdateModelPackageAsync(new() { ModelPackageArn = "a" }),
            Call.StartPipelineExecution => await sageMaker.StartPipelineExecutionAsync(new() { PipelineName = "p" }),
            Call.DescribePipelineExecution => await sageMaker.DescribePipelineExecutionAsync(new() { PipelineExecutionArn = "a" }),
            Call.ListPipelineExecutions => await sageMaker.ListPipelineExecutionsAsync(new() { PipelineName = "p" }),
            Call.ListPipelineExecutionSteps => await sageMaker.ListPipelineExecutionStepsAsync(new() { PipelineExecutionArn = "a" }),
            _ => await sageMaker.ListPipelineParametersForExecutionAsync(new() { PipelineExecutionArn = "a" }),
        };
    }

    private static TConfig Once<TConfig>(FakeService service)
        where TConfig : ClientConfig, new()
    {
        var config = service.Config<TConfig>();
        config.MaxErrorRetry = 0;
        return config;
    }
}
