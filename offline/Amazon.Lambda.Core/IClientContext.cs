namespace Amazon.Lambda.Core;

/// <summary>Client data of invocations by the AWS Mobile SDK; absent in events from AWS services.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }
}
