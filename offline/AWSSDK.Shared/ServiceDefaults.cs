using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace MlopsBatch.Offline;

/// <summary>Defaults of every client's configuration
/// (https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html).</summary>
internal static class ServiceDefaults
{
    public const string UserAgent = "mlops-batch-offline";

    public static DefaultConfigurationProvider Provider { get; } =
        new([
            new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard },
            new DefaultConfiguration
            {
                Name = DefaultConfigurationMode.InRegion,
                RetryMode = RequestRetryMode.Standard,
                ConnectTimeout = TimeSpan.FromMilliseconds(1100),
                TlsNegotiationTimeout = TimeSpan.FromMilliseconds(1100),
            },
            new DefaultConfiguration
            {
                Name = DefaultConfigurationMode.CrossRegion,
                RetryMode = RequestRetryMode.Standard,
                ConnectTimeout = TimeSpan.FromMilliseconds(3100),
                TlsNegotiationTimeout = TimeSpan.FromMilliseconds(3100),
            },
            new DefaultConfiguration
            {
                Name = DefaultConfigurationMode.Mobile,
                RetryMode = RequestRetryMode.Standard,
                ConnectTimeout = TimeSpan.FromSeconds(30),
                TlsNegotiationTimeout = TimeSpan.FromSeconds(30),
            },
        ]);
}
