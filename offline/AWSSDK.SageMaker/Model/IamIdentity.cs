namespace Amazon.SageMaker.Model;

/// <summary>Who did something, as IAM knows them.</summary>
public class IamIdentity
{
    /// <summary>ARN of the user, or of the role's session.</summary>
    public string? Arn { get; set; }

    public string? PrincipalId { get; set; }

    public string? SourceIdentity { get; set; }
}
