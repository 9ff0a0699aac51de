using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace MlopsBatch.Offline;

/// <summary>The exception that a service's error code stands for; the service's general one for a code it doesn't know.</summary>
internal delegate AmazonServiceException FailureFactory(ErrorResponse error, Exception? inner, HttpStatusCode status);
