namespace Amazon.SageMaker.Model;

/// <summary>Who did something: by a profile of SageMaker Studio, or by IAM.</summary>
public class UserContext
{
    public string? DomainId { get; set; }

    public IamIdentity? IamIdentity { get; set; }

    public string? UserProfileArn { get; set; }

    public string? UserProfileName { get; set; }
}
