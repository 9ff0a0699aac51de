using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Http.Protocols;
using MlopsBatch.LocalCloud.SageMaker.Shapes;

namespace MlopsBatch.LocalCloud.Http.SageMaker;

/// <summary>
/// SageMaker: pipelines, their executions, models and the model registry. Inputs and outputs are held to the service's own shapes.
/// </summary>
internal sealed class SageMakerApi : JsonApi
{
    private readonly ApiModel _model = new();
    private readonly ShapeValidator _validator;

    public SageMakerApi()
        : base("1.1")
    {
        _validator = new ShapeValidator(_model);
        var pipelines = new PipelineOperations(_model);
        Add("ListPipelines", pipelines.List);
        Add("DescribePipeline", pipelines.Describe);
        Add("DescribePipelineDefinitionForExecution", pipelines.DescribeDefinition);
        Add("StartPipelineExecution", pipelines.Start);
        Add("StopPipelineExecution", pipelines.Stop);
        Add("DescribePipelineExecution", pipelines.DescribeExecution);
        Add("ListPipelineExecutions", pipelines.ListExecutions);
        Add("ListPipelineExecutionSteps", pipelines.ListSteps);
        Add("ListPipelineParametersForExecution", pipelines.ListParameters);
        Add("ListModels", ModelOperations.List);
        Add("DescribeModel", ModelOperations.Describe);
        Add("DeleteModel", ModelOperations.Delete);
        Add("ListTags", ModelOperations.ListTags);
        Add("CreateModelPackageGroup", RegistryOperations.CreateGroup);
        Add("ListModelPackageGroups", RegistryOperations.ListGroups);
        Add("DescribeModelPackageGroup", RegistryOperations.DescribeGroup);
        Add("DeleteModelPackageGroup", RegistryOperations.DeleteGroup);
        Add("CreateModelPackage", RegistryOperations.Create);
        Add("ListModelPackages", RegistryOperations.List);
        Add("DescribeModelPackage", RegistryOperations.Describe);
        Add("UpdateModelPackage", RegistryOperations.Update);
        Add("DeleteModelPackage", RegistryOperations.Delete);
    }

    /// <inheritdoc/>
    public override string Service => "sagemaker";

    /// <inheritdoc/>
    protected override string TargetPrefix => "SageMaker";

    /// <inheritdoc/>
    protected override void Check(string operation, JsonObject input)
    {
        var faults = new List<string>();
        _validator.Validate(
            Shape(operation, "Request", "Input"),
            input,
            null,
            _ => null,
            (place, fault) => faults.Add($"{place["Arguments.".Length..]} {fault}")
        );
        if (faults.Count > 0)
        {
            throw new CloudException("ValidationException", $"{operation} can't be done", faults);
        }
    }

    /// <inheritdoc/>
    protected override JsonObject Output(string operation, JsonObject output) =>
        output.Count == 0 ? output : new WireOutput(_model).Convert(output, Shape(operation, "Response", "Output"));

    /// <summary>The API names its shapes in two ways.</summary>
    private string Shape(string operation, params string[] endings) => endings.Select(ending => operation + ending).First(_model.Has);
}
