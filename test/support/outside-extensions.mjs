// @ts-check
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

/** Where a certificate says that its issuer, its revocation list and its state can be asked: OCSP, CRL, AIA. Nobody must. */
export const outsideExtensions = [
  new x509.AuthorityInfoAccessExtension({
    ocsp: ['http://198.51.100.1/ocsp'],
    caIssuers: ['http://198.51.100.2/issuer.crt', 'http://issuer.outside.example/issuer.crt'],
  }),
  new x509.CRLDistributionPointsExtension(['http://198.51.100.3/list.crl', 'http://list.outside.example/list.crl']),
];
