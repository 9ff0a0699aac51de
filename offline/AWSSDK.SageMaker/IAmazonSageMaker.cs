using Amazon.Runtime;
using Amazon.SageMaker.Model;

namespace Amazon.SageMaker;

/// <summary>Amazon SageMaker AI (https://docs.aws.amazon.com/sagemaker/latest/APIReference/).</summary>
public interface IAmazonSageMaker : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSageMakerConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonSageMakerClient(awsCredentials, (AmazonSageMakerConfig)clientConfig);

    Task<DeleteModelResponse> DeleteModelAsync(DeleteModelRequest request, CancellationToken cancellationToken = default);

    Task<DescribeModelPackageResponse> DescribeModelPackageAsync(
        DescribeModelPackageRequest request,
        CancellationToken cancellationToken = default
    );

    Task<DescribePipelineResponse> DescribePipelineAsync(DescribePipelineRequest request, CancellationToken cancellationToken = default);

    Task<DescribePipelineExecutionResponse> DescribePipelineExecutionAsync(
        DescribePipelineExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    Task<ListModelPackagesResponse> ListModelPackagesAsync(ListModelPackagesRequest request, CancellationToken cancellationToken = default);

    Task<ListModelsResponse> ListModelsAsync(ListModelsRequest request, CancellationToken cancellationToken = default);

    Task<ListPipelineExecutionsResponse> ListPipelineExecutionsAsync(
        ListPipelineExecutionsRequest request,
        CancellationToken cancellationToken = default
    );

    Task<ListPipelineExecutionStepsResponse> ListPipelineExecutionStepsAsync(
        ListPipelineExecutionStepsRequest request,
        CancellationToken cancellationToken = default
    );

    Task<ListPipelineParametersForExecutionResponse> ListPipelineParametersForExecutionAsync(
        ListPipelineParametersForExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default);

    Task<StartPipelineExecutionResponse> StartPipelineExecutionAsync(
        StartPipelineExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    Task<UpdateModelPackageResponse> UpdateModelPackageAsync(
        UpdateModelPackageRequest request,
        CancellationToken cancellationToken = default
    );
}
