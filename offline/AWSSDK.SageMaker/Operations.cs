using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SageMaker.Model;
using MlopsBatch.Offline;

namespace Amazon.SageMaker;

/// <summary>The requests and answers on the wire: model registry here, pipelines in the other half.</summary>
internal static partial class Operations
{
    private const string Conflict = "ConflictException",
        NotFound = "ResourceNotFound",
        LimitExceeded = "ResourceLimitExceeded";

    public static readonly JsonOperation<ListModelPackagesRequest, ListModelPackagesResponse> ListModelPackages = Operation(
        "ListModelPackages",
        (ListModelPackagesRequest request, Utf8JsonWriter json) =>
        {
            json.Number("MaxResults", request.MaxResults);
            json.Text("ModelApprovalStatus", request.ModelApprovalStatus);
            json.Text("ModelPackageGroupName", request.ModelPackageGroupName);
            json.Text("NextToken", request.NextToken);
            json.Text("SortBy", request.SortBy);
            json.Text("SortOrder", request.SortOrder);
        },
        answer => new ListModelPackagesResponse
        {
            NextToken = answer.Text("NextToken"),
            ModelPackageSummaryList = answer.List(
                "ModelPackageSummaryList",
                package => new ModelPackageSummary
                {
                    CreationTime = package.Time("CreationTime"),
                    ModelApprovalStatus = package.Text("ModelApprovalStatus")!,
                    ModelPackageArn = package.Text("ModelPackageArn"),
                    ModelPackageDescription = package.Text("ModelPackageDescription"),
                    ModelPackageGroupName = package.Text("ModelPackageGroupName"),
                    ModelPackageStatus = package.Text("ModelPackageStatus")!,
                    ModelPackageVersion = package.Number("ModelPackageVersion"),
                }
            ),
        }
    );

    public static readonly JsonOperation<DescribeModelPackageRequest, DescribeModelPackageResponse> DescribeModelPackage = Operation(
        "DescribeModelPackage",
        (DescribeModelPackageRequest request, Utf8JsonWriter json) => json.Text("ModelPackageName", request.ModelPackageName),
        answer => new DescribeModelPackageResponse
        {
            ApprovalDescription = answer.Text("ApprovalDescription"),
            CreationTime = answer.Time("CreationTime"),
            CustomerMetadataProperties = answer.Map("CustomerMetadataProperties"),
            DriftCheckBaselines = answer.Object(
                "DriftCheckBaselines",
                baselines => new DriftCheckBaselines
                {
                    ModelDataQuality = baselines.Object(
                        "ModelDataQuality",
                        quality => new DriftCheckModelDataQuality
                        {
                            Constraints = quality.Object("Constraints", ReadMetricsSource),
                            Statistics = quality.Object("Statistics", ReadMetricsSource),
                        }
                    ),
                }
            ),
            InferenceSpecification = answer.Object(
                "InferenceSpecification",
                specification => new InferenceSpecification
                {
                    Containers = specification.List(
                        "Containers",
                        container => new ModelPackageContainerDefinition
                        {
                            Image = container.Text("Image"),
                            ModelDataUrl = container.Text("ModelDataUrl"),
                        }
                    ),
                }
            ),
            LastModifiedBy = answer.Object(
                "LastModifiedBy",
                user => new UserContext
                {
                    DomainId = user.Text("DomainId"),
                    IamIdentity = user.Object(
                        "IamIdentity",
                        identity => new IamIdentity
                        {
                            Arn = identity.Text("Arn"),
                            PrincipalId = identity.Text("PrincipalId"),
                            SourceIdentity = identity.Text("SourceIdentity"),
                        }
                    ),
                    UserProfileArn = user.Text("UserProfileArn"),
                    UserProfileName = user.Text("UserProfileName"),
                }
            ),
            LastModifiedTime = answer.Time("LastModifiedTime"),
            MetadataProperties = answer.Object(
                "MetadataProperties",
                origin => new MetadataProperties
                {
                    CommitId = origin.Text("CommitId"),
                    GeneratedBy = origin.Text("GeneratedBy"),
                    ProjectId = origin.Text("ProjectId"),
                    Repository = origin.Text("Repository"),
                }
            ),
            ModelApprovalStatus = answer.Text("ModelApprovalStatus")!,
            ModelPackageArn = answer.Text("ModelPackageArn"),
            ModelPackageDescription = answer.Text("ModelPackageDescription"),
            ModelPackageGroupName = answer.Text("ModelPackageGroupName"),
            ModelPackageStatus = answer.Text("ModelPackageStatus")!,
            ModelPackageVersion = answer.Number("ModelPackageVersion"),
        }
    );

    public static readonly JsonOperation<UpdateModelPackageRequest, UpdateModelPackageResponse> UpdateModelPackage = Operation(
        "UpdateModelPackage",
        (UpdateModelPackageRequest request, Utf8JsonWriter json) =>
        {
            json.Text("ApprovalDescription", request.ApprovalDescription);
            json.Map("CustomerMetadataProperties", request.CustomerMetadataProperties);
            json.Text("ModelApprovalStatus", request.ModelApprovalStatus);
            json.Text("ModelPackageArn", request.ModelPackageArn);
        },
        answer => new UpdateModelPackageResponse { ModelPackageArn = answer.Text("ModelPackageArn") },
        Conflict
    );

    private static MetricsSource ReadMetricsSource(JsonElement source) =>
        new() { ContentType = source.Text("ContentType"), S3Uri = source.Text("S3Uri") };

    /// <param name="name">The operation.</param>
    /// <param name="write">Writes the request.</param>
    /// <param name="read">Reads the answer; null where there is none to read.</param>
    /// <param name="failures">The codes that the operation has types of its own for; any other is the service's general one.</param>
    private static JsonOperation<TRequest, TResponse> Operation<TRequest, TResponse>(
        string name,
        Action<TRequest, Utf8JsonWriter> write,
        Func<JsonElement, TResponse>? read,
        params string[] failures
    )
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(
            "AmazonSageMaker",
            "2017-07-24",
            $"SageMaker.{name}",
            write,
            read,
            (error, inner, status) => Failure(failures.Contains(error.Code) ? error.Code : "", error, inner, status)
        );

    private static AmazonServiceException Failure(string kind, ErrorResponse error, Exception? inner, HttpStatusCode status) =>
        kind switch
        {
            Conflict => new ConflictException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            NotFound => new ResourceNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            LimitExceeded => new ResourceLimitExceededException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            _ => new AmazonSageMakerException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
}
