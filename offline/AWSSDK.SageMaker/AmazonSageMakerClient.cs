using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SageMaker.Model;
using MlopsBatch.Offline;

namespace Amazon.SageMaker;

/// <inheritdoc cref="IAmazonSageMaker"/>
public class AmazonSageMakerClient : AmazonServiceClient, IAmazonSageMaker
{
    /// <summary>Credentials and region of the environment.</summary>
    public AmazonSageMakerClient()
        : base(new AmazonSageMakerConfig()) { }

    /// <summary>Credentials of the environment.</summary>
    public AmazonSageMakerClient(AmazonSageMakerConfig config)
        : base(config) { }

    public AmazonSageMakerClient(AWSCredentials credentials, AmazonSageMakerConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName("SageMaker");

    public virtual Task<DeleteModelResponse> DeleteModelAsync(DeleteModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteModelResponse>(
            request,
            new InvokeOptions { RequestMarshaller = Operations.DeleteModel, ResponseUnmarshaller = Operations.DeleteModel },
            cancellationToken
        );

    public virtual Task<DescribeModelPackageResponse> DescribeModelPackageAsync(
        DescribeModelPackageRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DescribeModelPackageResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = Operations.DescribeModelPackage,
                ResponseUnmarshaller = Operations.DescribeModelPackage,
            },
            cancellationToken
        );

    public virtual Task<DescribePipelineResponse> DescribePipelineAsync(
        DescribePipelineRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DescribePipelineResponse>(
            request,
            new InvokeOptions { RequestMarshaller = Operations.DescribePipeline, ResponseUnmarshaller = Operations.DescribePipeline },
            cancellationToken
        );

    public virtual Task<DescribePipelineExecutionResponse> DescribePipelineExecutionAsync(
        DescribePipelineExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DescribePipelineExecutionResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = Operations.DescribePipelineExecution,
                ResponseUnmarshaller = Operations.DescribePipelineExecution,
            },
            cancellationToken
        );

    public virtual Task<ListModelPackagesResponse> ListModelPackagesAsync(
        ListModelPackagesRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<ListModelPackagesResponse>(
            request,
            new InvokeOptions { RequestMarshaller = Operations.ListModelPackages, ResponseUnmarshaller = Operations.ListModelPackages },
            cancellationToken
        );

    public virtual Task<ListModelsResponse> ListModelsAsync(ListModelsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListModelsResponse>(
            request,
            new InvokeOptions { RequestMarshaller = Operations.ListModels, ResponseUnmarshaller = Operations.ListModels },
            cancellationToken
        );

    public virtual Task<ListPipelineExecutionsResponse> ListPipelineExecutionsAsync(
        ListPipelineExecutionsRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<ListPipelineExecutionsResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = Operations.ListPipelineExecutions,
                ResponseUnmarshaller = Operations.ListPipelineExecutions,
            },
            cancellationToken
        );

    public virtual Task<ListPipelineExecutionStepsResponse> ListPipelineExecutionStepsAsync(
        ListPipelineExecutionStepsRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<ListPipelineExecutionStepsResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = Operations.ListPipelineExecutionSteps,
                ResponseUnmarshaller = Operations.ListPipelineExecutionSteps,
            },
            cancellationToken
        );

    public virtual Task<ListPipelineParametersForExecutionResponse> ListPipelineParametersForExecutionAsync(
        ListPipelineParametersForExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<ListPipelineParametersForExecutionResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = Operations.ListPipelineParametersForExecution,
                ResponseUnmarshaller = Operations.ListPipelineParametersForExecution,
            },
            cancellationToken
        );

    public virtual Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsResponse>(
            request,
            new InvokeOptions { RequestMarshaller = Operations.ListTags, ResponseUnmarshaller = Operations.ListTags },
            cancellationToken
        );

    public virtual Task<StartPipelineExecutionResponse> StartPipelineExecutionAsync(
        StartPipelineExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<StartPipelineExecutionResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = Operations.StartPipelineExecution,
                ResponseUnmarshaller = Operations.StartPipelineExecution,
            },
            cancellationToken
        );

    public virtual Task<UpdateModelPackageResponse> UpdateModelPackageAsync(
        UpdateModelPackageRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<UpdateModelPackageResponse>(
            request,
            new InvokeOptions { RequestMarshaller = Operations.UpdateModelPackage, ResponseUnmarshaller = Operations.UpdateModelPackage },
            cancellationToken
        );

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Shape(pipeline);
}
